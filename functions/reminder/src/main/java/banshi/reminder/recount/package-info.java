/** Carries a new calendar (放假安排) to every running case, and shows beforehand what it would move. */
package banshi.reminder.recount;
