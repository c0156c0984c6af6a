package org.postern.web.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import org.postern.web.door.LetIn;
import org.primefaces.component.poll.Poll;

import java.util.Optional;

/** Tells what a person does by a script of a page from what the page does by itself: to look for news keeps nobody logged in. */
public class Deeds implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        boolean byItself = Optional
                .ofNullable(faces.getExternalContext().getRequestParameterMap().get("jakarta.faces.source"))
                .flatMap(source -> component(faces, source))
                .filter(Poll.class::isInstance)
                .isPresent();
        if (!byItself && faces.getExternalContext().getRequest() instanceof HttpServletRequest request) {
            LetIn.isDone(request);
        }
    }

    private static Optional<UIComponent> component(FacesContext faces, String source) {
        try {
            return Optional.ofNullable(faces.getViewRoot()).map(root -> root.findComponent(":" + source));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        // nothing is known before the page is
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }
}
