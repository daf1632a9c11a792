package cairn.codes.output.vasp;

import cairn.codes.output.Cost;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.XmlReader;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.settings.Job;
import cairn.codes.output.vasp.settings.Settings;
import cairn.structure.Forces;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A vasprun.xml of VASP 5 or 6: [VasprunHead], then one [VasprunStep] for each `calculation`. Eigenvalues, densities
/// of states and projections are passed over.
///
/// It does not say whether ions met their criterion, so that is judged by the numbers, or by an OUTCAR beside it.
///
/// The vasprun.xml of 5.3.5 and 5.4.4 among custodian's test files were read for this.
public final class Vasprun implements OutputReader {
    private static final List<String> PASSED_OVER = List.of("eigenvalues", "dos", "projected", "dynmat");

    @Override
    public String what() {
        return "a vasprun.xml of VASP";
    }

    @Override
    public boolean isOne(String head) {
        return head.contains("<modeling>");
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        VaspPass pass = alone(file, steps);
        Siblings.of(file).tell(pass.course());
        return pass.output();
    }

    /// Without the files beside it.
    static VaspPass alone(Path file, Consumer<Step> steps) {
        Settings settings = new Settings();
        Course course = new Course(steps);
        try (XmlReader xml = XmlReader.open(file, PASSED_OVER)) {
            document(new XmlCursor(xml), settings, course);
            if (xml.isWhole()) {
                course.sign(Course.Sign.ENDED);
            }
            criterion(settings.job(), course);
            return new VaspPass(settings, course, Cost.unsaid(), xml.position());
        }
    }

    private static void document(XmlCursor xml, Settings settings, Course course) {
        VasprunHead head = new VasprunHead(settings, xml);
        VasprunStep step = new VasprunStep(settings, xml, course);
        if (!xml.child()) {
            return;
        }
        while (xml.child()) {
            if (xml.isCalled("calculation")) {
                step.read();
            } else if (!head.takes()) {
                xml.skip();
            }
        }
        xml.child();
    }

    private static void criterion(Job job, Course course) {
        if (job instanceof Job.Relaxation(int _, double ediffg) && isMet(ediffg, course)) {
            course.sign(Course.Sign.REACHED_ACCURACY);
        }
    }

    private static boolean isMet(double ediffg, Course course) {
        if (ediffg > 0) {
            return course.energies().lastChange() < ediffg;
        }
        return course.last() instanceof Last.Of(Step step)
                && step.forces() instanceof SaidForces.Given(Forces forces)
                && forces.fmax() <= -ediffg;
    }
}
