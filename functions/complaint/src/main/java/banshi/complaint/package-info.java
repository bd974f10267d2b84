/** 办不成事: what could not be done elsewhere, and cannot be shaken off here. */
package banshi.complaint;
