// The kernels of cairn.codes.meam in C, statement by statement, to measure what that would gain
// (engine/bench/native-vs-java). Not shipped: see the figures there.
//
// All arrays belong to the caller and are shaped as the Java fields of the same names; nothing is allocated or kept.
// Lengths in Angstrom, energies in eV. Bonds has room for `count` bonds and their screens as Java has found them.
#include <math.h>
#include <string.h>

enum { MOMENTS = 20 };

typedef struct {
    const int *start, *ownKind, *atom, *kind;
    const signed char *forward;
    const double *x, *y, *z, *squared;
} Surroundings;

typedef struct {
    int *from, *entry, *firstScreen, *screen;
    double *weight, *slope, *densities, *perFirst, *perSecond;
} Bonds;

typedef struct {
    const double *decays, *amplitudes, *tables, *screeningReachSquared, *cmin, *cmax, *inverseWidth;
    double cutoff, inverseCutoffWidth, inverseSpacing;
    int kinds, intervals;
} Potential;

static double step_value(double x) {
    if (x >= 1) return 1;
    if (x <= 0) return 0;
    double square = (1 - x) * (1 - x), root = 1 - square * square;
    return root * root;
}

static double step_slope(double x) {
    if (x >= 1 || x <= 0) return 0;
    double cube = (1 - x) * (1 - x) * (1 - x);
    return 8 * cube * (1 - cube * (1 - x));
}

static double step_logarithmic_slope(double x) {
    double cube = (1 - x) * (1 - x) * (1 - x);
    return 8 * cube / (1 - cube * (1 - x));
}

// Whether the bond of atom i counts; then it is filled in, its screens from firstScreen[bond] on.
static int fill_bond(int i, int entry, int bond, const Potential *p, const Surroundings *a, const Bonds *b) {
    double pair = a->squared[entry], x = a->x[entry], y = a->y[entry], z = a->z[entry];
    int pairKind = p->kinds * a->ownKind[i] + a->kind[entry];
    double farthest = pair * p->screeningReachSquared[pairKind];
    int screens = b->firstScreen[bond];
    double screening = 1, perPair = 0;
    for (int k = a->start[i]; k < a->start[i + 1] && a->squared[k] <= farthest; k++) {
        // Fused multiplications do not give zero for the atom of the pair itself, as Java's arithmetic does.
        if (k == entry) continue;
        double first = a->squared[k], projection = a->x[k] * x + a->y[k] * y + a->z[k] * z;
        double numerator = first * pair - projection * projection, denominator = projection * (pair - projection);
        int triplet = p->kinds * pairKind + a->kind[k];
        if (numerator >= p->cmax[triplet] * denominator) continue;
        if (numerator <= p->cmin[triplet] * denominator) return 0;
        double inverse = 1 / denominator, ellipse = numerator * inverse;
        double step = (ellipse - p->cmin[triplet]) * p->inverseWidth[triplet];
        if (step < 1e-12) return 0;
        double perEllipse = 0.5 * step_logarithmic_slope(step) * p->inverseWidth[triplet] * inverse;
        double difference = 2 * projection - pair;
        screening *= step_value(step);
        perPair += perEllipse * (2 * first - difference - pair * (1 + ellipse));
        b->screen[screens] = k;
        b->perFirst[screens] = perEllipse * (pair + (ellipse - 1) * difference);
        b->perSecond[screens] = perEllipse * (pair - (ellipse - 1) * difference);
        screens++;
    }
    double r = sqrt(pair), step = (p->cutoff - r) * p->inverseCutoffWidth, weight = screening * step_value(step);
    b->from[bond] = i;
    b->entry[bond] = entry;
    b->weight[bond] = weight;
    b->slope[bond] = weight * 2 * r * perPair - screening * step_slope(step) * p->inverseCutoffWidth;
    b->firstScreen[bond + 1] = screens;
    return 1;
}

// Returns the number of bonds.
int meam_screen(int atoms, const Potential *p, const Surroundings *a, const Bonds *b) {
    int count = 0;
    b->firstScreen[0] = 0;
    for (int i = 0; i < atoms; i++)
        for (int e = a->start[i]; e < a->start[i + 1] && a->squared[e] < p->cutoff * p->cutoff; e++)
            if (a->forward[e]) count += fill_bond(i, e, count, p, a, b);
    return count;
}

static void add_moments(double *m, double w, const double *a, double x, double y, double z) {
    double a1 = w * a[1], a2 = w * a[2], a3 = w * a[3], xx = x * x, yy = y * y, zz = z * z;
    double ax = a3 * x, ay = a3 * y, az = a3 * z;
    double terms[MOMENTS] = {w * a[0], a1 * x, a1 * y, a1 * z, a2 * xx, a2 * x * y, a2 * x * z, a2 * yy, a2 * y * z,
        a2 * zz, ax * xx, ay * xx, az * xx, ax * yy, ax * y * z, ax * zz, ay * yy, az * yy, ay * zz, az * zz};
    for (int n = 0; n < MOMENTS; n++) m[n] += terms[n];
}

// Adds to the moments, which start at zero.
void meam_densities(int count, const Potential *p, const Surroundings *a, const Bonds *b, double *moments) {
    for (int bond = 0; bond < count; bond++) {
        int entry = b->entry[bond], i = b->from[bond], j = a->atom[entry];
        int ki = a->ownKind[i], kj = a->ownKind[j];
        double r = sqrt(a->squared[entry]), x = a->x[entry] / r, y = a->y[entry] / r, z = a->z[entry] / r;
        double *d = b->densities + 8 * bond;
        for (int l = 0; l < 4; l++) d[l] = p->amplitudes[4 * ki + l] * exp(-p->decays[4 * ki + l] * r);
        if (ki == kj) memcpy(d + 4, d, 4 * sizeof *d);
        else for (int l = 0; l < 4; l++) d[4 + l] = p->amplitudes[4 * kj + l] * exp(-p->decays[4 * kj + l] * r);
        add_moments(moments + MOMENTS * i, b->weight[bond], d + 4, x, y, z);
        add_moments(moments + MOMENTS * j, b->weight[bond], d, -x, -y, -z);
    }
}

static double row(const double *m, int xx, int xy, int xz, int yy, int yz, int zz, double x, double y, double z) {
    return m[xx] * x * x + m[yy] * y * y + m[zz] * z * z + 2 * (m[xy] * x * y + m[xz] * x * z + m[yz] * y * z);
}

static void pull(double *f, int one, int other, double gx, double gy, double gz) {
    f[3 * one] += gx, f[3 * one + 1] += gy, f[3 * one + 2] += gz;
    f[3 * other] -= gx, f[3 * other + 1] -= gy, f[3 * other + 2] -= gz;
}

static void strain(double *v, double gx, double gy, double gz, double x, double y, double z) {
    v[0] += gx * x, v[1] += gy * y, v[2] += gz * z;
    v[3] += 0.5 * (gy * z + gz * y), v[4] += 0.5 * (gx * z + gz * x), v[5] += 0.5 * (gx * y + gy * x);
}

static double pull_bond(int bond, const Potential *p, const Surroundings *a, const Bonds *b, const double *moments,
        double *f, double *v) {
    int entry = b->entry[bond], i = b->from[bond], j = a->atom[entry];
    double r = sqrt(a->squared[entry]), x = a->x[entry] / r, y = a->y[entry] / r, z = a->z[entry] / r;
    double at = r * p->inverseSpacing;
    int interval = at < p->intervals - 1 ? (int)at : p->intervals - 1;
    double t = at - interval;
    const double *c = p->tables + 4L * (interval + p->intervals * (a->ownKind[i] * p->kinds + a->ownKind[j]));
    double pair = ((c[3] * t + c[2]) * t + c[1]) * t + c[0];
    double radial = ((3 * c[3] * t + 2 * c[2]) * t + c[1]) * p->inverseSpacing;
    double perWeight = pair, gx = 0, gy = 0, gz = 0;
    for (int side = 0; side < 2; side++) {
        const double *m = moments + MOMENTS * (side ? j : i), *d = p->decays + 4 * a->ownKind[side ? i : j];
        const double *density = b->densities + 8 * bond + 4 - 4 * side;
        double sign = 1 - 2 * side, a1 = density[1] * sign, a2 = density[2], a3 = density[3] * sign;
        double x2 = m[4] * x + m[5] * y + m[6] * z, y2 = m[5] * x + m[7] * y + m[8] * z;
        double z2 = m[6] * x + m[8] * y + m[9] * z;
        double x3 = row(m, 10, 11, 12, 13, 14, 15, x, y, z), y3 = row(m, 11, 13, 14, 16, 17, 18, x, y, z);
        double z3 = row(m, 12, 14, 15, 17, 18, 19, x, y, z);
        double e0 = density[0] * m[0], e1 = a1 * (m[1] * x + m[2] * y + m[3] * z);
        double e2 = a2 * (x2 * x + y2 * y + z2 * z), e3 = a3 * (x3 * x + y3 * y + z3 * z);
        perWeight += e0 + e1 + e2 + e3;
        radial -= d[0] * e0 + d[1] * e1 + d[2] * e2 + d[3] * e3 + (e1 + 2 * e2 + 3 * e3) / r;
        gx += (a1 * m[1] + 2 * a2 * x2 + 3 * a3 * x3) / r;
        gy += (a1 * m[2] + 2 * a2 * y2 + 3 * a3 * y3) / r;
        gz += (a1 * m[3] + 2 * a2 * z2 + 3 * a3 * z3) / r;
    }
    double weight = b->weight[bond], along = weight * radial + b->slope[bond] * perWeight;
    gx = along * x + weight * gx, gy = along * y + weight * gy, gz = along * z + weight * gz;
    pull(f, i, j, gx, gy, gz);
    strain(v, gx, gy, gz, r * x, r * y, r * z);
    for (int n = b->firstScreen[bond]; n < b->firstScreen[bond + 1]; n++) {
        int ik = b->screen[n], k = a->atom[ik];
        double sx = a->x[ik], sy = a->y[ik], sz = a->z[ik];
        double first = 2 * weight * perWeight * b->perFirst[n], second = 2 * weight * perWeight * b->perSecond[n];
        pull(f, i, k, first * sx, first * sy, first * sz);
        strain(v, first * sx, first * sy, first * sz, sx, sy, sz);
        sx -= a->x[entry], sy -= a->y[entry], sz -= a->z[entry];
        pull(f, j, k, second * sx, second * sy, second * sz);
        strain(v, second * sx, second * sy, second * sz, sx, sy, sz);
    }
    return weight * pair;
}

// Adds to the forces and the virial, which start at zero, and returns the pair energy.
double meam_forces(int count, const Potential *p, const Surroundings *a, const Bonds *b, const double *moments,
        double *forces, double *virial) {
    double energy = 0;
    for (int bond = 0; bond < count; bond++) energy += pull_bond(bond, p, a, b, moments, forces, virial);
    return energy;
}
