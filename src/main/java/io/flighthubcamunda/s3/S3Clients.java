package io.flighthubcamunda.s3;

import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients that other stores than AWS understand. */
public final class S3Clients {

  private S3Clients() {}

  /** OSS and other stores refuse the SDK's own checksums, their trailers and chunked signing. */
  public static S3ClientBuilder plain() {
    return S3Client.builder()
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false));
  }
}
