package banshi.startup;

import banshi.crypto.KeyedHash;
import banshi.identity.ApplicantKey;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.Phone;
import banshi.startup.form.StartupForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Knows the people of a form by the keys that their own tokens give them. */
record Signers(KeyedHash index) {
  /** Everybody who must sign, by key, in the order of the form. */
  SequencedMap<ApplicantKey, StartupForm.Signatory> of(StartupForm form) {
    SequencedMap<ApplicantKey, StartupForm.Signatory> signers = new LinkedHashMap<>();
    form.signatories()
        .forEach(signer -> signers.putLast(key(signer.idType(), signer.idNumber()), signer));
    return signers;
  }

  /** Everybody who must sign, with the telephone that the form gives of them. */
  Map<ApplicantKey, Optional<Phone>> phones(StartupForm form) {
    Map<ApplicantKey, Optional<Phone>> phones = new LinkedHashMap<>();
    of(form).forEach((key, signer) -> phones.put(key, signer.phone()));
    return phones;
  }

  /** Who represents the business. */
  ApplicantKey representative(StartupForm form) {
    StartupForm.Entry person = form.legalRepresentative();
    return key(person.idType(), person.idNumber());
  }

  /** The rules let nobody sign whose document does not name one holder. */
  private ApplicantKey key(IdType type, IdNumber number) {
    return ApplicantKey.ofDocument(index, type, number)
        .orElseThrow(() -> new IllegalStateException("a signatory without a key"));
  }

  /** Signatures by who gave them. */
  static Map<ApplicantKey, StartupDetails.Signature> bySigner(StartupDetails details) {
    Map<ApplicantKey, StartupDetails.Signature> signatures = new LinkedHashMap<>();
    details.signatures().forEach(each -> signatures.put(each.person(), each));
    return signatures;
  }
}
