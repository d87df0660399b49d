import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { countryCodes } from "../../i18n/countries.ts";
import { countryName, partialDate, t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { datePartsOf, joinDate, paddedDate } from "../../state/case/values.ts";

export type Part = TemplateResult | typeof nothing;

interface Base {
  id: string;
  label: string;
  hint?: string;
  problems?: FieldProblem[];
}

interface TextField extends Base {
  value: string | undefined;
  /** Of every key stroke: what is typed survives the tab. */
  set: (value: string) => void;
  /** When the field is left. */
  done?: (value: string) => void;
  kind?: "figure" | "code" | "date" | "name";
  list?: string[];
}

export function problemOf(id: string, problems: FieldProblem[] | undefined): FieldProblem | undefined {
  return problems?.find(({ field }) => field === id);
}

export function problemWords({ code, given }: FieldProblem): string {
  return tCode("case-problem", code, { given: given ?? "" });
}

function inline(id: string, problems: FieldProblem[] | undefined): Part {
  const problem = problemOf(id, problems);
  return problem ? html`<p class="problem" id=${`${id}-problem`}>${problemWords(problem)}</p>` : nothing;
}

function described({ id, hint, problems }: Base): string | typeof nothing {
  return [hint ? `${id}-hint` : "", problemOf(id, problems) ? `${id}-problem` : ""].filter(Boolean).join(" ") || nothing;
}

function framed(field: Base, body: TemplateResult, more: Part = nothing): TemplateResult {
  const { id, label, hint, problems } = field;
  return html`
    <div class="field ${problemOf(id, problems) ? "wrong" : ""}">
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
      ${inline(id, problems)}${body}${more}
    </div>`;
}

export function textField(field: TextField, more: Part = nothing): TemplateResult {
  const { id, value, set, done, kind, list, problems } = field;
  return framed(field, html`
    <input id=${id} class=${kind ? `field-${kind}` : nothing} type=${kind === "date" ? "date" : "text"} .value=${value ?? ""} inputmode=${kind === "figure" ? "decimal" : nothing}
      spellcheck=${kind === undefined ? "true" : "false"} autocapitalize=${kind === "code" ? "off" : nothing} list=${list ? `${id}-list` : nothing}
      aria-describedby=${described(field)} aria-invalid=${problemOf(id, problems) ? "true" : "false"}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)} @change=${(event: Event) => done?.((event.target as HTMLInputElement).value)} />
    ${list ? html`<datalist id=${`${id}-list`}>${list.map((text) => html`<option value=${text}></option>`)}</datalist>` : nothing}
    ${kind === "date" && value ? html`<p class="fact-note date-read">${partialDate(value)}</p>` : nothing}`, more);
}

export function areaField(field: Base & { value: string | undefined; set: (value: string) => void; rows?: number }): TemplateResult {
  const { id, value, set, rows, problems } = field;
  return framed(field, html`<textarea id=${id} rows=${rows ?? 3} .value=${value ?? ""} aria-describedby=${described(field)} aria-invalid=${problemOf(id, problems) ? "true" : "false"} @input=${(event: Event) => set((event.target as HTMLTextAreaElement).value)}></textarea>`);
}

export function selectField(field: Base & { value: string | undefined; set: (value: string) => void; options: { id: string; label: string }[]; empty?: string }, more: Part = nothing): TemplateResult {
  const { id, value, set, options, empty, problems } = field;
  return framed(field, html`
    <select id=${id} aria-describedby=${described(field)} aria-invalid=${problemOf(id, problems) ? "true" : "false"} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
      ${empty === undefined ? nothing : html`<option value="" ?selected=${!value}>${empty}</option>`}
      ${value && !options.some((option) => option.id === value) ? html`<option value=${value} selected>${value}</option>` : nothing}
      ${options.map((option) => html`<option value=${option.id} ?selected=${option.id === value}>${option.label}</option>`)}
    </select>`, more);
}

export function countryField(field: Base & { value: string | undefined; set: (value: string) => void }): TemplateResult {
  const note = field.value && app.licence.texts?.destinations[field.value]?.note;
  return selectField({ ...field, options: places(), empty: t("i-do-not-know") }, note ? html`<p class="fact-note">${note}</p>` : nothing);
}

/** Countries and territories that the rules know; without rules the plain table. */
export function places(): { id: string; label: string }[] {
  const known = app.licence.destinations();
  return known.length ? known.map(({ code, name }) => ({ id: code, label: name })) : countryCodes().map((code) => ({ id: code, label: countryName(code) }));
}

export function placeName(code: string | undefined): string {
  if (!code) return "";
  return app.licence.texts?.destinations[code.toUpperCase()]?.name ?? countryName(code);
}

interface Group<T extends string> {
  id: string;
  legend: string;
  hint?: string;
  options: { id: T; label: string; hint?: string; inner?: Part }[];
  problems?: FieldProblem[];
}

export function radios<T extends string>(group: Group<T> & { value: T | undefined; set: (value: T) => void }): TemplateResult {
  const { id, legend, hint, options, value, set, problems } = group;
  return html`
    <fieldset class="field ${problemOf(id, problems) ? "wrong" : ""}" id=${id} tabindex="-1" aria-describedby=${described({ id, label: legend, ...(hint ? { hint } : {}), ...(problems ? { problems } : {}) })}>
      <legend>${legend}</legend>
      ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
      ${inline(id, problems)}
      ${options.map((option) => html`<label class="choice"><input type="radio" name=${id} value=${option.id} .checked=${live(value === option.id)} aria-describedby=${option.hint ? `${id}-${option.id}-hint` : nothing} @change=${() => set(option.id)} /><span>${option.label}${option.hint ? html`<span class="choice-hint" id=${`${id}-${option.id}-hint`}>${option.hint}</span>` : nothing}</span></label>${option.inner ?? nothing}`)}
    </fieldset>`;
}

export function checks<T extends string>(group: Group<T> & { value: readonly T[] | undefined; set: (value: T[]) => void; columns?: boolean }): TemplateResult {
  const { id, legend, hint, options, value = [], set, problems, columns } = group;
  const toggle = (option: T, on: boolean) => set(options.map((known) => known.id).filter((known) => (known === option ? on : value.includes(known))));
  return html`
    <fieldset class="field ${problemOf(id, problems) ? "wrong" : ""}" id=${id} tabindex="-1" aria-describedby=${described({ id, label: legend, ...(hint ? { hint } : {}), ...(problems ? { problems } : {}) })}>
      <legend>${legend}</legend>
      ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
      ${inline(id, problems)}
      <div class=${columns ? "choice-columns" : nothing}>${options.map((option) => html`<label class="choice"><input type="checkbox" value=${option.id} .checked=${live(value.includes(option.id))} aria-describedby=${option.hint ? `${id}-${option.id}-hint` : nothing} @change=${(event: Event) => toggle(option.id, (event.target as HTMLInputElement).checked)} /><span>${option.label}${option.hint ? html`<span class="choice-hint" id=${`${id}-${option.id}-hint`}>${option.hint}</span>` : nothing}</span></label>`)}</div>
    </fieldset>`;
}

/** A date of which only the year may be known. */
export function birthField(field: { id: string; label: string; hint: string; value: string | undefined; set: (value: string) => void; problems?: FieldProblem[] }): TemplateResult {
  const { id, label, hint, value, set, problems } = field;
  const parts = datePartsOf(value);
  const part = (name: "day" | "month" | "year", words: string, length: number) => html`
    <div class="date-part part-${name}"><label for=${`${id}-${name}`}>${words}</label><input id=${`${id}-${name}`} inputmode="numeric" maxlength=${length} .value=${parts[name]} aria-invalid=${problemOf(id, problems) ? "true" : "false"} aria-describedby=${problemOf(id, problems) ? `${id}-problem` : nothing}
      @input=${(event: Event) => {
        const next = { ...parts, [name]: (event.target as HTMLInputElement).value };
        set(joinDate(next.year, next.month, next.day));
      }} @change=${() => set(paddedDate(value ?? ""))} /></div>`;
  return html`
    <fieldset class="field dob ${problemOf(id, problems) ? "wrong" : ""}" id=${id} tabindex="-1" aria-describedby=${`${id}-hint`}>
      <legend>${label}</legend><p class="hint" id=${`${id}-hint`}>${hint}</p>${inline(id, problems)}
      <div class="dob-parts">${part("day", t("field-day"), 2)}${part("month", t("field-month"), 2)}${part("year", t("field-year"), 4)}</div>
    </fieldset>`;
}
