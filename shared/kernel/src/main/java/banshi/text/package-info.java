/** Texts that people read, in every language the hall speaks. */
package banshi.text;
