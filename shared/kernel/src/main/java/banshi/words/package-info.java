/**
 * What is said beside a case: officers' internal notes, the thread of messages between applicant
 * and hall, reminders to hurry. None of it is part of the case: it moves no clock and makes no
 * version.
 */
package banshi.words;
