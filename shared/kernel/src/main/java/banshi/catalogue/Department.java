package banshi.catalogue;

import banshi.text.Text;

/**
 * A department (部门) that receives, reviews or decides.
 *
 * @param code stable, UPPER_SNAKE, as in the departments of an officer's token; {@value #HALL} is
 *     the general window
 * @param name its name
 */
public record Department(String code, Text name) {
  /** The general window (综合窗口). */
  public static final String HALL = "HALL";
}
