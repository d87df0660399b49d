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
    const sameLetters = runs && fold(token.text) === token.latin;
    return {
      text: token.text,
      runs: sameLetters ? spell(runs, token.text) : [{ text: token.text, differs: false, gap: false }],
      latin: fold(token.text) === token.latin ? undefined : (runs ?? [{ text: token.latin, differs: false, gap: false }]),
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

/** The same runs in the letters as written (capitals, marks). */
function spell(runs: Run[], text: string): Run[] {
  const letters = [...text];
  let at = 0;
  return runs.map((run) => {
    const length = [...run.text].length;
    at += length;
    return { ...run, text: letters.slice(at - length, at).join("") };
  });
}

function fold(text: string): string {
  return text.toLowerCase();
}
