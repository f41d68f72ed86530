package io.flighthubcamunda.report.page;

import java.util.List;

/**
 * The map in the units of its drawing: 1000 across, y downwards.
 *
 * @param height of the drawing
 * @param description for those who cannot see it
 * @param footprints outlines of the ground that photographs show
 * @param line the way of the drone
 * @param arrows its direction
 * @param dense whether dots lie so close that they have to be small
 * @param dots photographs
 * @param marks numbers of some photographs, "Start" and "End"
 * @param scale the scale bar
 * @param colouring what the colours of the dots mean
 * @param bands colours and their meaning
 * @param notes what the map leaves out
 */
public record MapView(
    int height,
    String description,
    List<String> footprints,
    String line,
    List<Arrow> arrows,
    boolean dense,
    List<Dot> dots,
    List<Mark> marks,
    Scale scale,
    String colouring,
    List<Band> bands,
    List<String> notes) {

  /**
   * @param transform moves and turns an arrow that points up
   */
  public record Arrow(String transform) {}

  /**
   * @param band 0 to 4, the colour
   * @param title what the pointer shows; empty where there are too many
   */
  public record Dot(String x, String y, int band, String title) {}

  /**
   * @param left whether the text stands to the left, for want of room to the right
   */
  public record Mark(String x, String y, String text, boolean left) {}

  /**
   * @param end where the bar ends; it starts at 20
   */
  public record Scale(int end, String text) {}

  public record Band(int band, String text) {}
}
