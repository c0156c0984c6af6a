package org.postern.web.page;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/**
 * How long a session lasts: as web.xml says for who has logged in, {@link #STRANGER} for all others, who have nothing in it that they
 * would miss. Otherwise whoever asks for pages again and again would fill the memory.
 */
@WebListener
public class SessionTimes implements HttpSessionListener {
    /** Seconds; longer than the request takes that logs in. */
    static final int STRANGER = 10;
    private static final int MINUTE = 60;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval(STRANGER);
    }

    /** To be called when somebody has logged in. */
    static void lengthen(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * MINUTE);
    }
}
