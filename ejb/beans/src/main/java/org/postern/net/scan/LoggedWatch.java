package org.postern.net.scan;

import org.postern.metric.Meters;
import org.postern.scan.ScannerWatch;

import java.time.Duration;

/**
 * Tells the log, and counts times.
 *
 * @param meters where they are counted
 */
record LoggedWatch(Meters meters) implements ScannerWatch {
    @Override
    public void leftOut(String scanner, String reason) {
        ScanLog.LOG.leftOut(scanner, reason);
    }

    @Override
    public void back(String scanner) {
        ScanLog.LOG.back(scanner);
    }

    @Override
    public void answered(String scanner, Duration took) {
        meters.scanned(scanner, took);
    }
}
