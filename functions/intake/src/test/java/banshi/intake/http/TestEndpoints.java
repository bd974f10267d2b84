package banshi.intake.http;

import banshi.http.Caller;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Parameters;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.Public;
import banshi.http.RequestTerms;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Versioned;
import banshi.http.Write;
import banshi.identity.PersonName;
import banshi.identity.Role;
import banshi.store.ContendedException;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Endpoints that exist only to try what every endpoint has in common. */
@Path("/test")
@IfBuildProperty(name = "banshi.test.endpoints", stringValue = "true")
public class TestEndpoints {
  private final Caller caller;
  private final RequestTerms terms;

  TestEndpoints(Caller caller, RequestTerms terms) {
    this.caller = caller;
    this.terms = terms;
  }

  /** What a caller hands in. */
  public record Filing(
      @NotBlank @Size(max = 10) String title,
      @Min(1) @Max(5) int score,
      Optional<LocalDate> on,
      Optional<BigDecimal> area,
      @Size(max = 3) List<Line> lines,
      Map<String, JsonNode> form,
      Optional<PersonName> owner) {}

  /** A part of it. */
  public record Line(@NotBlank String code, Optional<Integer> copies) {}

  /** What was asked. */
  public record Asked(
      LocalDate date,
      Instant from,
      Optional<BigDecimal> amount,
      Optional<Integer> count,
      Optional<Role> role,
      Optional<LocalDate> until,
      Optional<UUID> id) {}

  /** Nothing in it is required. */
  public record Reason(Optional<String> reason) {}

  /** What comes back. */
  public record Receipt(
      String title, Instant receivedAt, String subject, Text notice, Optional<PersonName> owner) {}

  /** The terms a request was made under. */
  @Schema
  public record Terms(String key, String scope, String fingerprint, OptionalLong version) {}

  @GET
  @Path("open")
  @Public
  public Page<String> open(@BeanParam PageQuery page) {
    return new Page<>(List.of("limit " + page.limit()), page.cursor());
  }

  @GET
  @Path("days/{date}")
  @Public
  public Asked day(
      @PathParam("date") LocalDate date,
      @QueryParam("from") Optional<Instant> from,
      @Min(1) @Max(100) @QueryParam("amount") Optional<BigDecimal> amount,
      @QueryParam("count") Optional<Integer> count,
      @QueryParam("role") Optional<Role> role,
      @QueryParam("until") Optional<LocalDate> until,
      @QueryParam("id") Optional<UUID> id) {
    return new Asked(date, Parameters.required("from", from), amount, count, role, until, id);
  }

  @POST
  @Path("filings")
  @RolesNeeded(Role.APPLICANT)
  public Receipt file(Filing filing) {
    return new Receipt(
        filing.title(),
        caller.now(),
        caller.actor().subject(),
        new Text("已收到", "Received"),
        filing.owner());
  }

  @POST
  @Path("cases/{number}/actions/accept")
  @Write
  @Versioned
  @Shows(value = Terms.class, status = 201, says = "条件 · The terms")
  @RolesNeeded({Role.OFFICER, Role.APPLICANT})
  public Response accept(@PathParam("number") String number, Filing filing) {
    return Response.status(201)
        .entity(
            new Terms(
                terms.idempotency().key(),
                terms.idempotency().scope(),
                terms.idempotency().fingerprint(),
                terms.expectedVersion()))
        .header("ETag", "\"2\"")
        .build();
  }

  @POST
  @Path("withdrawals")
  public Response withdraw(Reason reason) {
    return Response.noContent().build();
  }

  @PUT
  @Path("drafts")
  public Response draft(Line line) {
    return Response.noContent().build();
  }

  @GET
  @Path("refused")
  public Response refused() {
    throw Problem.of(ProblemCode.ACTION_NOT_ALLOWED)
        .with("allowedActions", List.of("withdraw"))
        .withHeader("ETag", "\"7\"")
        .asException();
  }

  @GET
  @Path("broken")
  public Response broken() {
    throw new IllegalStateException("a secret of the program");
  }

  @GET
  @Path("busy")
  public Response busy() {
    throw new ContendedException();
  }
}
