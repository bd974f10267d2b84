package banshi.catalogue;

import banshi.text.Text;

/**
 * A material (申请材料). Defined once for the whole catalogue, so that one that several matters ask for
 * is handed in once.
 *
 * @param code stable, UPPER_SNAKE
 * @param name what a person reads
 */
public record Material(String code, Text name) {}
