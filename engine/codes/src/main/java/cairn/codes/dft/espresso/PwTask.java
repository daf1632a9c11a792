package cairn.codes.dft.espresso;

import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Units;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the namelists say of a task, over what they say of the settings; keys are `namelist.key`.
///
/// pw.x holds the largest component of a force against its limit, Cairn the length: 1/sqrt(3) of ours is on the safe
/// side. The energy between two steps is no criterion of ours, and the SCF is not tightened on the way (`upscale`).
final class PwTask {
    private static final double COMPONENT = 1 / Math.sqrt(3);

    /// Of a limit, so that rounding never decides when Cairn checks the final numbers.
    private static final double WITHIN = 0.9;

    /// In timesteps: how often a thermostat acts, on average.
    private static final int THERMOSTAT_STEPS = 100;

    /// Rydberg: any change of energy between two steps.
    private static final double ANY = 1.0;

    private final SequencedMap<String, Object> values = new LinkedHashMap<>();

    private PwTask() {}

    static SequencedMap<String, Object> of(Task task, Start start, Room room) {
        PwTask all = new PwTask();
        all.common(start, room);
        switch (task) {
            case Task.Energy _ -> all.put("control.calculation", "scf");
            case Task.Relax relax -> all.relax(relax);
            case Task.Dynamics dynamics -> all.dynamics(dynamics, start);
            case Task.Band _ -> {
                // neb.x moves the images; its engine only knows how an SCF goes.
            }
        }
        return all.values;
    }

    private void put(String key, Object value) {
        values.put(key, value);
    }

    /// Wave functions and density are written once, at the end.
    private void common(Start start, Room room) {
        put("control.disk_io", "low");
        put("control.restart_mode", start instanceof Start.Saved ? "restart" : "from_scratch");
        if (room.time() instanceof Room.Time.AtMost most) {
            put("control.max_seconds", most.seconds());
        }
    }

    private void relax(Task.Relax task) {
        put("control.calculation", task.isCellFree() ? "vc-relax" : "relax");
        put("control.nstep", task.maxSteps());
        put("control.etot_conv_thr", ANY);
        put("control.forc_conv_thr", PwUnits.rydbergPerBohr(COMPONENT * WITHIN * task.fmax()));
        put("ions.ion_dynamics", "bfgs");
        put("ions.upscale", 1.0);
        if (task.isCellFree()) {
            put("cell.cell_dynamics", "bfgs");
            put("cell.press_conv_thr", WITHIN * task.stressMax() * Units.KILOBAR_PER_EV_ANGSTROM3);
        }
    }

    private void dynamics(Task.Dynamics task, Start start) {
        put("control.calculation", "md");
        put("control.nstep", task.steps() - start.stepsDone());
        put("control.dt", PwUnits.time(task.timestepFs()));
        put("ions.ion_dynamics", "verlet");
        put("ions.tempw", task.ensemble().temperatureK());
        switch (task.ensemble()) {
            case Ensemble.Isolated _ -> put("ions.ion_temperature", "initial");
            case Ensemble.AtTemperature _ -> {
                put("ions.ion_temperature", "svr");
                put("ions.nraise", THERMOSTAT_STEPS);
            }
            case Ensemble.AtPressure _ ->
                throw new IllegalArgumentException("pw.x has no thermostat for a moving cell");
        }
    }
}
