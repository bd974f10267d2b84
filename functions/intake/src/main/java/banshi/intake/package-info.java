/** Round-the-clock intake of matters and theme packages (一网通办, 一件事一次办). */
package banshi.intake;
