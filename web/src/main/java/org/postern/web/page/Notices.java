package org.postern.web.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** What a page says after an act. */
public final class Notices {
    private Notices() {}

    public static void fault(FacesContext faces, String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, ""));
    }

    public static void done(FacesContext faces, String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, ""));
    }
}
