/** Fires what is due: timed moves, warnings, escalation, claims that ran out, drafts that lapse. */
package banshi.reminder.fire;
