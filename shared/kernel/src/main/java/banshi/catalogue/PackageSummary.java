package banshi.catalogue;

import banshi.text.Text;
import java.time.LocalDate;
import java.util.Optional;

/** What a list of packages shows of one: see {@link ThemePackage} for each part. */
public record PackageSummary(
    PackageVersion version,
    Optional<LocalDate> validTo,
    Text name,
    Text summary,
    String lead,
    Limit statutory,
    Limit promised) {}
