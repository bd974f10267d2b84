package banshi.startup;

import banshi.http.Public;
import banshi.store.LicenceRegister;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a licence is genuine, for whoever holds one: by code and hash, without a token. */
@Path("/v1/licences/verification")
@Tag(name = "licences", description = "执照核验 · Verifying licences")
@Public
public class LicencesResource {
  private static final int CODE_LENGTH = 18;

  private final Startups startups;

  LicencesResource(Startups startups) {
    this.startups = startups;
  }

  /**
   * What is known of a licence.
   *
   * @param genuine whether this registry issued a licence that says exactly this
   * @param current whether it is the one in force
   * @param name of a genuine one, whose it is
   * @param issuedOn of a genuine one, when
   */
  public record VerificationView(
      boolean genuine,
      boolean current,
      Text verdict,
      Optional<String> name,
      Optional<LocalDate> issuedOn) {}

  @POST
  @Operation(operationId = "verifyLicence", summary = "核验营业执照 · Verify a licence")
  public VerificationView verify(Requests.Verification body) {
    return judged(body.code(), body.hash());
  }

  @GET
  @Operation(
      operationId = "verifyScannedLicence",
      summary = "扫码核验营业执照 · Verify a licence by its QR code")
  public VerificationView scanned(
      @QueryParam("code") String code, @QueryParam("hash") String hash) {
    return judged(Optional.ofNullable(code).orElse(""), Optional.ofNullable(hash).orElse(""));
  }

  private VerificationView judged(String code, String hash) {
    // Whatever else was typed or scanned is no key of the store's.
    return Optional.of(code.strip().toUpperCase(Locale.ROOT))
        .filter(typed -> typed.length() == CODE_LENGTH)
        .flatMap(startups.register()::find)
        .filter(licence -> licence.hash().equals(hash.strip().toLowerCase(Locale.ROOT)))
        .map(LicencesResource::genuine)
        .orElseGet(
            () ->
                new VerificationView(
                    false,
                    false,
                    new Text(
                        "不是本登记机关核发的营业执照，或内容已被改动", "Not a licence of this registry, or altered"),
                    Optional.empty(),
                    Optional.empty()));
  }

  /** A code has one entry, which holds what is in force: nothing replaces a licence yet. */
  private static VerificationView genuine(LicenceRegister.Entry licence) {
    return new VerificationView(
        true,
        true,
        new Text("真实有效", "Genuine and current"),
        Optional.of(licence.name()),
        Optional.of(licence.issuedOn()));
  }
}
