package io.flighthubcamunda.survey;

import java.util.List;

/** A list of image sets that cannot be used; says all that is wrong with it at once. */
public final class SurveyListException extends RuntimeException {

  private final transient List<String> problems;

  SurveyListException(List<String> problems) {
    super(String.join(" ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Sentences for a person, at least one and never many. */
  public List<String> problems() {
    return problems;
  }
}
