package banshi.startup;

import banshi.clock.ServiceClock;
import banshi.http.Caller;
import banshi.http.Public;
import banshi.startup.form.ContributionMethod;
import banshi.startup.form.FormRules;
import banshi.startup.form.Role;
import banshi.startup.form.ScopeItem;
import banshi.startup.form.Service;
import banshi.startup.names.NameRules;
import banshi.startup.names.OrganisationForm;
import banshi.text.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the forms of a start-up offer to choose from. */
@Path("/v1/startups/options")
@Tag(name = "startups", description = "企业开办 · Company start-ups")
@Public
public class OptionsResource {
  private final Caller caller;

  OptionsResource(Caller caller) {
    this.caller = caller;
  }

  /** Something to choose. */
  public record Option(String code, Text name) {}

  /** A form of organisation, with the words that a name may end with. */
  public record FormOption(OrganisationForm code, Text name, List<String> endings) {}

  /** An item of the business scope. */
  public record ScopeOption(
      String code,
      Text name,
      boolean licensed,
      Optional<Text> licence,
      Optional<String> matterCode) {
    static ScopeOption of(ScopeItem item) {
      return new ScopeOption(
          item.code(), item.name(), item.isLicensed(), item.licence(), item.matter());
    }
  }

  /** A service, with the department and the working hours it may take. */
  public record ServiceOption(Service code, Text name, String department, String limitHours) {}

  /** Everything there is to choose from. */
  public record Options(
      List<Option> registries,
      List<Option> industries,
      List<FormOption> forms,
      List<Option> roles,
      List<ContributionMethod> contributionMethods,
      List<ScopeOption> businessScope,
      List<ServiceOption> services) {}

  @GET
  @Operation(
      operationId = "getStartupOptions",
      summary = "登记机关、行业、组织形式、经营范围与服务 · Registries, industries, forms, scope and services")
  public Options options() {
    NameRules names = NameRules.published();
    Rules rules = Rules.published();
    return new Options(
        names.registries(ServiceClock.dateOf(caller.now())).stream()
            .map(
                registry -> new Option(registry.code(), new Text(registry.name(), registry.name())))
            .toList(),
        names.industries().stream()
            .map(industry -> new Option(industry.code(), industry.word()))
            .toList(),
        Arrays.stream(OrganisationForm.values())
            .map(form -> new FormOption(form, form.label(), names.endings(form)))
            .toList(),
        Arrays.stream(Role.values()).map(role -> new Option(role.name(), role.label())).toList(),
        List.of(ContributionMethod.values()),
        FormRules.published().scope().stream().map(ScopeOption::of).toList(),
        Arrays.stream(Service.values())
            .map(
                service -> {
                  Rules.Work work = rules.services().get(service);
                  return new ServiceOption(
                      service,
                      work.title(),
                      work.department(),
                      work.limit().amount().toPlainString());
                })
            .toList());
  }
}
