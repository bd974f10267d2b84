package banshi.startup.form;

import banshi.text.Text;
import java.util.Optional;

/**
 * An item of the business scope (经营范围) in our own standard wording.
 *
 * @param code our own code
 * @param name its wording
 * @param licence the licence that a licensed item (许可项目) needs; none for a general item (一般项目)
 * @param matter the catalogue's matter by which that licence is asked for, where there is one
 */
public record ScopeItem(String code, Text name, Optional<Text> licence, Optional<String> matter) {
  /** Whether it needs a licence. */
  public boolean isLicensed() {
    return licence.isPresent();
  }
}
