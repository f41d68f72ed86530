package io.flighthubcamunda.api;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which envelope code stands for which {@link RefusalReason}. DJI's table of reconstruction error
 * codes is not public (fact sheet 2.12), so it is a setting; the 91xxxx numbers are invented, and
 * are what the simulator answers.
 */
public record RefusalCodes(Map<Integer, RefusalReason> reasons) {

  private static final Map<Integer, RefusalReason> KNOWN =
      Map.ofEntries(
          entry(200404, RefusalReason.NOT_FOUND),
          entry(200101, RefusalReason.PARAMETER),
          entry(200610, RefusalReason.PARAMETER),
          entry(910001, RefusalReason.CONCURRENCY_LIMIT),
          entry(910002, RefusalReason.QUOTA_USED_UP),
          entry(910003, RefusalReason.IMAGE_SET),
          entry(910004, RefusalReason.IMAGE_SET),
          entry(910005, RefusalReason.RESOURCE_NOT_USABLE),
          entry(910006, RefusalReason.IN_USE),
          entry(910007, RefusalReason.UPLOAD_MISMATCH),
          entry(910008, RefusalReason.UPLOAD_MISMATCH),
          entry(910010, RefusalReason.CREDENTIAL_EXPIRED),
          entry(910011, RefusalReason.IMAGE_SET));

  public RefusalCodes {
    reasons = Map.copyOf(reasons);
  }

  public static RefusalCodes defaults() {
    return new RefusalCodes(KNOWN);
  }

  /** These codes with those of {@code more} added; where both know a number, {@code more} wins. */
  public RefusalCodes plus(Map<RefusalReason, List<Integer>> more) {
    var merged = new HashMap<>(reasons);
    more.forEach((reason, codes) -> codes.forEach(code -> merged.put(code, reason)));
    return new RefusalCodes(merged);
  }

  RefusalReason reasonOf(int code) {
    return reasons.getOrDefault(code, RefusalReason.UNKNOWN);
  }
}
