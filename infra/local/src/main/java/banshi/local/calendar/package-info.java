/**
 * {@code ./dev calendar}: checks a new year's file, applies it, and carries it to the running cases
 * of a local cloud. The kernel that it reads files with is only on this command's own class path.
 */
package banshi.local.calendar;
