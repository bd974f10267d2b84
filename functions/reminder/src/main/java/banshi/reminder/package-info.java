/** The scheduled function (提醒): fires what is due and sends what is waiting, in bounded runs. */
package banshi.reminder;
