package banshi.startup;

import banshi.startup.licence.Licence;
import banshi.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An electronic licence (电子营业执照): what the paper shows. A licence is there for everybody to see, so
 * nothing in it is masked.
 *
 * @param hash what the verification asks for: SHA-256 of the licence's canonical form
 * @param composition of a sole trader, in place of a capital
 * @param verification where it can be verified; what the QR code says
 */
@Schema
public record LicenceView(
    String code,
    String hash,
    String name,
    Text type,
    String legalRepresentative,
    Optional<BigDecimal> capital,
    Optional<Text> composition,
    LocalDate foundedOn,
    String premises,
    List<String> businessScope,
    String registry,
    LocalDate issuedOn,
    String verification) {

  static LicenceView of(Licence licence, Address address) {
    return new LicenceView(
        licence.code(),
        licence.hash(),
        licence.name(),
        licence.type(),
        licence.legalRepresentative(),
        licence.footing() instanceof Licence.Capital(BigDecimal yuan)
            ? Optional.of(yuan)
            : Optional.empty(),
        licence.footing() instanceof Licence.Composition(Text form)
            ? Optional.of(form)
            : Optional.empty(),
        licence.foundedOn(),
        licence.premises(),
        licence.businessScope(),
        licence.registry(),
        licence.issuedOn(),
        address.verification(licence));
  }

  /**
   * Where this hall is found from outside.
   *
   * @param base such as {@code https://hall.example.cn}, without a slash at its end; empty when it
   *     is not told
   */
  record Address(Optional<String> base) {
    /**
     * What a QR code says: the address that verifies the licence, or, where the hall's own is not
     * told, code and hash to be typed in.
     */
    String verification(Licence licence) {
      return base.map(
              address ->
                  address
                      + "/v1/licences/verification?code="
                      + licence.code()
                      + "&hash="
                      + licence.hash())
          .orElseGet(() -> licence.code() + " " + licence.hash());
    }
  }
}
