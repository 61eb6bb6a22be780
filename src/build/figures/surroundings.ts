import type { Divisions } from '../../core/divisions.ts';
import { COUNTRY } from '../../core/place-names.ts';
import type { Section } from '../../core/section.ts';
import type { StructuredDocument } from '../document.ts';

/** What holds for all amounts of a section. */
export interface Surrounding {
  readonly plan: boolean;
  /** Period that the heading states, or null. */
  readonly period: string | null;
  /** Place that the heading names, or null. */
  readonly region: string | null;
}

export interface Surroundings {
  readonly divisions: Divisions;
  /** What holds at a position of the clean text. */
  at(position: number): Surrounding;
}

const NOTHING: Surrounding = { plan: false, period: null, region: null };
/** A county's paragraph may be headed by its name; a longer heading speaks of something in it. */
const LONGEST_PLACE_HEADING = 12;

/** Looks up the sections around the amounts of a document. */
export function createSurroundings(document: StructuredDocument, divisions: Divisions): Surroundings {
  const known = document.sections.map((section) => ({
    section,
    surrounding: surroundingOf(section, document, divisions),
  }));
  return {
    divisions,
    at(position) {
      const inner = known.findLast(({ section }) => section.start <= position && position < section.end);
      return inner?.surrounding ?? NOTHING;
    },
  };
}

function surroundingOf(section: Section, { report }: StructuredDocument, divisions: Divisions): Surrounding {
  const { plan, period, heading } = section;
  const places = heading.length > LONGEST_PLACE_HEADING ? [] : divisions.findPlaces(heading);
  const place = places.find(
    ({ name, ambiguous }) =>
      !ambiguous && name !== COUNTRY.name && name !== report.region && !report.regionPath.includes(name),
  );
  return { plan, period, region: place?.name ?? null };
}
