/** The counter (柜台) that every command passes: load, decide, write once, answer once. */
package banshi.desk;
