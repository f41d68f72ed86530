package io.flighthubcamunda.survey;

import java.util.List;

/**
 * A usable list of image sets.
 *
 * @param name of the file or folder, without the file's ending
 * @param location its real path
 * @param imageSets at least one, in the order of the list
 * @param notes what a person should know; the list can be used all the same
 */
public record SurveyList(
    String name, String location, List<ListedImageSet> imageSets, List<String> notes) {

  public SurveyList {
    imageSets = List.copyOf(imageSets);
    notes = List.copyOf(notes);
  }
}
