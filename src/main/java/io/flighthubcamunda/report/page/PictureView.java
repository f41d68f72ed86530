package io.flighthubcamunda.report.page;

import io.flighthubcamunda.report.frame.Sample;
import io.flighthubcamunda.report.frame.Suspicion;
import java.util.Base64;
import java.util.List;

/**
 * A small picture with its name.
 *
 * @param data URI with the picture itself; empty when there is none
 * @param reasons why it looks wrong; empty for an ordinary one
 */
public record PictureView(String name, String data, List<String> reasons) {

  static PictureView of(Suspicion suspicion) {
    return new PictureView(
        suspicion.shot().name(), data(suspicion.thumbnail()), suspicion.reasons());
  }

  static PictureView of(Sample sample) {
    return new PictureView(sample.shot().name(), data(sample.thumbnail()), List.of());
  }

  private static String data(byte[] jpeg) {
    return jpeg.length == 0
        ? ""
        : "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }
}
