package banshi.http.view;

import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantType;
import java.util.Optional;

/** Whose case it is, masked. */
public record ApplicantView(
    String name, Optional<String> idNumber, Optional<String> phone, ApplicantType type) {

  /** Masks an applicant. */
  public static ApplicantView of(ApplicantIdentity applicant) {
    return new ApplicantView(
        applicant.name().masked(),
        applicant.idNumber().map(id -> id.masked()),
        applicant.phone().map(phone -> phone.masked()),
        applicant.type());
  }
}
