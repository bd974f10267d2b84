/**
 * The catalogue of matters (政务服务事项) and theme packages (主题套餐): what people can come for, what each
 * takes, and what a submission lacks.
 *
 * <p>Written as data under {@code src/main/catalogue}, checked and compiled by the build ({@link
 * banshi.catalogue.build}), read here one entry at a time.
 */
package banshi.catalogue;
