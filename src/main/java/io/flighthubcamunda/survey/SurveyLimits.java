package io.flighthubcamunda.survey;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How much one survey takes. The list and what became of each image set are variables of one
 * process instance, which stays below 100 KB even when every image set fails.
 */
final class SurveyLimits {

  static final int MOST_IMAGE_SETS = 200;
  static final int MOST_MODELS = 300;

  /** UTF-8 bytes of all names, folders and parameters together. */
  static final int MOST_BYTES = 16_000;

  private SurveyLimits() {}

  static void check(List<ListedImageSet> imageSets, Problems problems) {
    if (imageSets.size() > MOST_IMAGE_SETS) {
      problems.add(tooManyImageSets("The list has %,d image sets".formatted(imageSets.size())));
      return;
    }
    int models = imageSets.stream().mapToInt(set -> set.types().size()).sum();
    if (models > MOST_MODELS) {
      problems.add(
          "The list asks for %,d models; a survey takes at most %,d: split the list, or ask for fewer types."
              .formatted(models, MOST_MODELS));
    }
    int bytes = imageSets.stream().mapToInt(SurveyLimits::bytes).sum();
    if (bytes > MOST_BYTES) {
      problems.add(
          ("Names, image folders and parameters of the list take %,d bytes together; a survey takes at"
                  + " most %,d: split the list, or shorten them.")
              .formatted(bytes, MOST_BYTES));
    }
  }

  static String tooManyImageSets(String howMany) {
    return "%s; a survey takes at most %,d: split the list.".formatted(howMany, MOST_IMAGE_SETS);
  }

  private static int bytes(ListedImageSet set) {
    String parameters = set.parameters().isEmpty() ? "" : set.parameters().toString();
    return (set.name() + set.imageFolder() + parameters).getBytes(StandardCharsets.UTF_8).length;
  }
}
