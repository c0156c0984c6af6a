package org.postern.net.scan;

import org.postern.scan.ScannerWatch;

/** Tells the log. */
final class LoggedWatch implements ScannerWatch {
    @Override
    public void leftOut(String scanner, String reason) {
        ScanLog.LOG.leftOut(scanner, reason);
    }

    @Override
    public void back(String scanner) {
        ScanLog.LOG.back(scanner);
    }
}
