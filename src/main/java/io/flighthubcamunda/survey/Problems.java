package io.flighthubcamunda.survey;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a list, as much of it as a person reads. */
final class Problems {

  private static final int MOST = 20;

  private final List<String> sentences = new ArrayList<>();
  private int more;

  void add(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  /**
   * @throws SurveyListException when there is a problem
   */
  void throwIfAny() {
    if (more > 0) {
      sentences.add("%,d more problems are not shown.".formatted(more));
    }
    if (!isEmpty()) {
      throw new SurveyListException(sentences);
    }
  }

  /** For what makes further looking pointless. */
  static SurveyListException only(String sentence) {
    return new SurveyListException(List.of(sentence));
  }
}
