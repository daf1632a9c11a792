/// The built-in potential: second-nearest-neighbour MEAM for lithium and silicon, in plain Java.
///
/// The entry type is [cairn.codes.meam.MeamLiSi], the code `builtin/meam-lisi`. Read in this order:
///
/// 1. `MeamParameters`: the published numbers, from a resource beside this package.
/// 2. `ElementReference` and `AlloyReference`: the pair functions with which the reference crystals obey
///    Rose's equation of state, tabulated in `PairTable`; all of it together is a `MeamPotential`.
/// 3. `MeamEngine`: one force call, in four kernels: `ScreeningKernel`, `DensityKernel`, `EmbeddingKernel`
///    and `ForceKernel`.
///
/// The model, in the equations that the kernels cite; u is the unit vector from i to j, r their distance:
///
///     (1)  C      = (a q - p^2) / (p (q - p))                               q, a, p = r_ij^2, r_ik^2, r_ij . r_ik
///     (2)  S_ij   = product over k of s((C - Cmin) / (Cmax - Cmin))         s: SmoothStep
///     (3)  w_ij   = S_ij s((rc - r) / width)
///     (4)  rho_l  = | traceless part of sum over j of w_ij a_l(r) u...u |   l factors u; l = 0, 1, 2, 3
///          a_l(r) = rho0 exp(-beta_l (r / re - 1))                          of the element of atom j
///     (5)  Gamma  = sum over l = 1, 2, 3 of t_l (rho_l / rho_0)^2           t_l of the element of atom i
///     (6)  x_i    = rho_0 G(Gamma) / (that in the reference crystal)        G = 2 / (1 + exp(-Gamma))
///     (7)  F      = A Ec x ln x
///          E      = sum over i of F(x_i) + sum over pairs of w_ij phi(r)
///
/// Forces go backwards through these. With P_l = d(sum of F) / d(sum over j of w a_l u...u), a symmetric
/// tensor for each atom, a bond contributes to dE/dr_ij
///
///     (8)  dE/dw_ij       = phi + sum over l of (a_l P_l(i) : u^l + a_l P_l(j) : (-u)^l)
///     (9)  its derivative with respect to u and r at fixed w, and along u also dw/dr dE/dw
///     (10) w dE/dw d ln S / d(r_ik^2), d(r_jk^2) for each atom k that screens it
///
/// Papers, cited by these letters: B92 = M. I. Baskes, Phys. Rev. B 46, 2727 (1992), the modified embedded
/// atom; H = H. Huang, N. M. Ghoniem, J. K. Wong and M. I. Baskes, Modelling Simul. Mater. Sci. Eng. 3, 615
/// (1995), alloys; LB = B.-J. Lee and M. I. Baskes, Phys. Rev. B 62, 8564 (2000), second neighbours; G = P. M.
/// Gullett, G. Wagner and A. Slepoy, Sandia report SAND2003-8782 (2003), screening and forces; C = Z. Cui,
/// F. Gao, Z. Cui and J. Qu, J. Power Sources 207, 150 (2012), Li-Si.
///
/// Units: eV, Angstrom. Invariant: a structure gives the same bits whatever was computed before it, because
/// sums run over the neighbours within the true reach, in an order that only the structure decides.
package cairn.codes.meam;
