/** Fires the template's schedules on virtual time. */
package banshi.local.schedule;
