import type { Alignment, Link } from "../engine/types.ts";

/** A run of letters of one token; `differs` marks letters the other side lacks or writes otherwise; `gap` a place where the other side has more. */
export interface Run {
  text: string;
  differs: boolean;
  gap: boolean;
}

export interface DrawnToken {
  runs: Run[];
  /** The token in Latin letters, when it is written otherwise and the letters are compared there. */
  latin: Run[] | undefined;
  text: string;
  link: number;
  matched: boolean;
}

export interface Drawing {
  query: DrawnToken[];
  listed: DrawnToken[];
}

/** What to draw for every token of both names. A token no link names is drawn as unmatched: nothing disappears. */
export function drawingOf(alignment: Alignment): Drawing {
  return { query: side(alignment, "query"), listed: side(alignment, "listed") };
}

function side(alignment: Alignment, which: "query" | "listed"): DrawnToken[] {
  return alignment[which].map((token, position) => {
    const at = alignment.links.findIndex((link) => link[which].includes(position));
    const link = alignment.links[at];
    const runs = link ? runsOf(alignment, link, which, position) : undefined;
    const spelt = spell(runs ?? [{ text: token.latin, differs: false, gap: false }], token.text);
    return {
      text: token.text,
      runs: spelt ?? [{ text: token.text, differs: false, gap: false }],
      latin: spelt ? undefined : (runs ?? [{ text: token.latin, differs: false, gap: false }]),
      link: at,
      matched: Boolean(link && link.how !== "unmatched" && link.query.length && link.listed.length),
    };
  });
}

/** The part of the link's edits that falls on one token, or nothing when they do not add up to the tokens' letters. */
function runsOf(alignment: Alignment, link: Link, which: "query" | "listed", position: number): Run[] | undefined {
  const edits = link.edits ?? [];
  if (edits.length === 0) return undefined;
  const lengths = link[which].map((index) => ({ index, length: [...(alignment[which][index]?.latin ?? "")].length }));
  const letters = edits.flatMap((edit) => {
    const mine = [...edit[which]];
    const missing = !edit.same && mine.length === 0;
    return missing ? [{ letter: "", differs: true }] : mine.filter((letter) => letter !== " ").map((letter) => ({ letter, differs: !edit.same }));
  });
  if (letters.filter(({ letter }) => letter).length !== lengths.reduce((sum, { length }) => sum + length, 0)) return undefined;
  let skip = 0;
  for (const { index, length } of lengths) {
    if (index === position) return take(letters, skip, length);
    skip += length;
  }
  return undefined;
}

function take(letters: { letter: string; differs: boolean }[], skip: number, length: number): Run[] {
  const runs: Run[] = [];
  let seen = 0;
  for (const { letter, differs } of letters) {
    const inside = letter ? seen >= skip && seen < skip + length : seen >= skip && (seen < skip + length || (seen === skip + length && skip + length > 0));
    if (inside) {
      const last = runs.at(-1);
      if (!letter) runs.push({ text: "", differs: true, gap: true });
      else if (last && !last.gap && last.differs === differs) last.text += letter;
      else runs.push({ text: letter, differs, gap: false });
    }
    if (letter) seen++;
  }
  return runs;
}

/** The same runs in the letters as written (capitals, marks, full stops); nothing when the letters are others. */
function spell(runs: Run[], text: string): Run[] | undefined {
  const written = [...text];
  let at = 0;
  const spelt = runs.map((run) => {
    let letters = "";
    for (const wanted of run.text) {
      while (at < written.length && fold(written[at] ?? "") === "") letters += written[at++];
      if (fold(written[at] ?? "") !== wanted) return undefined;
      letters += written[at++];
    }
    return { ...run, text: letters };
  });
  const rest = written.slice(at);
  if (spelt.some((run) => !run) || rest.some((letter) => fold(letter) !== "")) return undefined;
  return [...(spelt as Run[]), ...(rest.length ? [{ text: rest.join(""), differs: false, gap: false }] : [])];
}

/** One letter without case and marks; empty for marks and punctuation. */
function fold(letter: string): string {
  return letter.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
