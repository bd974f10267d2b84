/** What people are told (通知): who is told what, in which words, and how far it may disturb them. */
package banshi.notices;
