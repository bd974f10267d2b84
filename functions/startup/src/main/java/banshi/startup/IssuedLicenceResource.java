package banshi.startup;

import banshi.cases.Case;
import banshi.http.MediaTypes;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.RolesNeeded;
import banshi.http.desk.Counter;
import banshi.identity.Role;
import banshi.startup.licence.Licence;
import banshi.startup.licence.LicencePdf;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The licence of a start-up, for those who may see the start-up. */
@Path("/v1/startups/{number}/licence")
@Tag(name = "startups", description = "企业开办 · Company start-ups")
public class IssuedLicenceResource {
  private static final String PDF = "application/pdf";
  private static final Text NOT_ISSUED = new Text("营业执照尚未核发。", "The licence is not issued yet.");

  private final Counter<StartupDetails> counter;
  private final Startups startups;

  IssuedLicenceResource(Counter<StartupDetails> counter, Startups startups) {
    this.counter = counter;
    this.startups = startups;
  }

  @GET
  @Produces({"application/json", PDF})
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "getLicence",
      summary = "电子营业执照 · The electronic licence",
      description = "Accept: application/pdf 时为可打印的 PDF。As a PDF with Accept: application/pdf.")
  @APIResponse(
      responseCode = "200",
      description = "电子营业执照 · The licence",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = LicenceView.class)),
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response licence(@PathParam("number") String number, @Context HttpHeaders headers) {
    Case<StartupDetails> c = counter.seen(number, "licence");
    Optional<Licence> issued = c.details().licence();
    Licence licence =
        issued.orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, NOT_ISSUED).asException());
    List<String> accept =
        Optional.ofNullable(headers.getRequestHeader(HttpHeaders.ACCEPT)).orElse(List.of());
    return MediaTypes.prefer(accept, PDF)
        ? Response.ok(LicencePdf.of(licence, startups.views().verification(licence)), PDF)
            .header(
                "Content-Disposition", "inline; filename=\"licence-" + licence.code() + ".pdf\"")
            .build()
        : Response.ok(startups.views().licence(licence), "application/json").build();
  }
}
