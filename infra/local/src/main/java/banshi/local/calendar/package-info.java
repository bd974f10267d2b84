/**
 * {@code ./dev calendar}: checks a new year's file, applies it, and carries it to the running cases
 * of a local cloud.
 */
package banshi.local.calendar;
