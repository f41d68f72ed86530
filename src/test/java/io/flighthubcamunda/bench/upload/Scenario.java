package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.link.LinkShape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Files, a way to the store, and who competes.
 *
 * @param name for -Dbench.only and the table
 * @param files at full scale
 * @param verify whether MD5 is held against ETags
 * @param link empty for a store on this machine
 * @param repeated whether it is run as often as asked; a link's speed varies little, so once is
 *     enough
 * @param contestants names, ours among them
 */
record Scenario(
    String name,
    Workload workload,
    int files,
    boolean verify,
    Optional<LinkShape> link,
    boolean repeated,
    List<String> contestants) {

  static final String OURS = "ours";
  static final String RCLONE = "rclone";
  static final String S5CMD = "s5cmd";
  static final String MC = "mc";
  static final String AWS = "aws";
  static final String COPY = "copy loop";

  private static final long LINK_BITS_PER_SECOND = 400_000_000;
  private static final LinkShape NEXT_COUNTRY =
      new LinkShape(Duration.ofMillis(60), LINK_BITS_PER_SECOND, 0, 1);

  static final Scenario BIG =
      local("big", Workload.BIG, 400, false, List.of(OURS, RCLONE, S5CMD, MC, AWS, COPY));
  static final Scenario SMALL =
      local("small", Workload.SMALL, 5_000, false, List.of(OURS, RCLONE, S5CMD, MC, COPY));
  static final Scenario BIG_MD5 =
      local("big+md5", Workload.BIG, 400, true, List.of(OURS, RCLONE, COPY));
  static final Scenario SMALL_MD5 =
      local("small+md5", Workload.SMALL, 5_000, true, List.of(OURS, RCLONE, COPY));
  static final Scenario FAR_BIG =
      far("60ms-big", Workload.BIG, 150, NEXT_COUNTRY, List.of(OURS, RCLONE, S5CMD, MC, COPY));
  static final Scenario FAR_SMALL =
      far(
          "60ms-small",
          Workload.SMALL,
          2_000,
          NEXT_COUNTRY,
          List.of(OURS, RCLONE, S5CMD, MC, COPY));

  /**
   * One connection in 100 that would carry a file each; a copy loop has no second try. The seed
   * cuts after about 50 and 380 MB, so that a scaled run has a cut as well.
   */
  static final Scenario FAR_CUT =
      far(
          "200ms-cut",
          Workload.BIG,
          150,
          new LinkShape(
              Duration.ofMillis(200), LINK_BITS_PER_SECOND, 100L * Workload.BIG.fileBytes(), 92),
          List.of(OURS, RCLONE, S5CMD, MC));

  static final List<Scenario> ALL =
      List.of(BIG, SMALL, BIG_MD5, SMALL_MD5, FAR_BIG, FAR_SMALL, FAR_CUT);

  private static Scenario local(
      String name, Workload workload, int files, boolean verify, List<String> contestants) {
    return new Scenario(name, workload, files, verify, Optional.empty(), true, contestants);
  }

  private static Scenario far(
      String name, Workload workload, int files, LinkShape link, List<String> contestants) {
    return new Scenario(name, workload, files, false, Optional.of(link), false, contestants);
  }

  /** One line that explains the name. */
  String explanation(int count) {
    return "%s: %,d files of %s%s%s"
        .formatted(
            name,
            count,
            workload.sizeText(),
            verify ? ", MD5 of each held against its ETag" : "",
            link.map(
                    shape ->
                        " over a link of %d ms round trip and %d Mbit/s%s"
                            .formatted(
                                shape.roundTrip().toMillis(),
                                shape.bitsPerSecond() / 1_000_000,
                                shape.bytesBetweenCuts() == 0
                                    ? ""
                                    : ", a connection reset every %d files on average"
                                        .formatted(
                                            shape.bytesBetweenCuts() / workload.fileBytes())))
                .orElse(" to a store on this machine"));
  }
}
