package org.postern.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below {@value #PATH} but what the door answers itself. */
@ApplicationPath(Api.PATH)
public class Api extends Application {
    static final String PATH = "/api/v1";
    /** Below this a whole file is handed in. */
    public static final String FILES = "/configuration";
}
