//! What some work costs: time on the processor and the highest memory.

use std::fs;
use std::time::Instant;

/// What some work cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Seconds on the processor; where the system does not tell, seconds on the wall.
    pub seconds: f64,
    /// Highest memory of the process in bytes, 0 where the system does not tell.
    pub peak: u64,
}

/// Does some work on this thread, which must be the first of the process.
pub fn measure<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    // Sets the highest memory back to the present one.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let (began, clock) = (cpu_seconds(), Instant::now());
    let done = work();
    let seconds = match (began, cpu_seconds()) {
        (Some(began), Some(ended)) => ended - began,
        _ => clock.elapsed().as_secs_f64(),
    };
    let peak = peak().unwrap_or(0);
    (done, Cost { seconds, peak })
}

/// Seconds this thread has been on a processor. Other programs on a busy machine do not count.
fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = stat.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kib * 1024)
}
