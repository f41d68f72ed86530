package io.flighthubcamunda.bench.admission;

import java.util.List;

/** How far starts kept to the order of submission. */
final class StartOrder {

  private StartOrder() {}

  /**
   * @param started places in the order of submission, in the order of the starts
   * @return share of all pairs of which the later one was started first, 0 to 1
   */
  static double inversions(List<Integer> started) {
    long pairs = started.size() * (started.size() - 1L) / 2;
    long inverted = 0;
    for (int i = 0; i < started.size(); i++) {
      int earlier = started.get(i);
      inverted += started.stream().skip(i + 1L).filter(later -> later < earlier).count();
    }
    return pairs == 0 ? 0 : (double) inverted / pairs;
  }
}
