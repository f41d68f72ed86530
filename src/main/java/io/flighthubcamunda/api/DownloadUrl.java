package io.flighthubcamunda.api;

/**
 * Where a file can be fetched without further credentials: whoever has the address has the file, so
 * that {@link #toString()} hides it.
 *
 * @param url signed, for a while; empty until the file is ready. FlightHub's word, not checked
 */
public record DownloadUrl(String id, String url) {

  public DownloadUrl {
    id = id == null ? "" : id;
    url = url == null ? "" : url;
  }

  @Override
  public String toString() {
    return "DownloadUrl[id=%s, url=%s]".formatted(id, url.isEmpty() ? "" : "***");
  }
}
