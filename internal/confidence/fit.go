package confidence

import "math"

// A Sample is a judged question.
type Sample struct {
	Features Features
	Right    bool    // the quote answers
	Weight   float64 // how much it counts
}

// Ridge is how strongly [Fit] holds the weights down, as the variance of a
// standardised weight would in a Bayesian reading: 1 / Ridge. It keeps features
// that tell the same from cancelling each other out.
const Ridge = 1

// iterations of Newton's method; it converges in fewer than ten.
const iterations = 25

// Fit returns the logistic model that makes the samples likeliest, with a penalty
// on large weights (ridge), by Newton's method on standardised features. It is
// deterministic.
func Fit(samples []Sample) Model {
	n := len(Names)
	mean, scale := moments(samples)
	w := make([]float64, n+1) // the last is the bias
	for range iterations {
		hessian, gradient := derivatives(samples, mean, scale, w)
		step := solve(hessian, gradient)
		for i := range w {
			w[i] += step[i]
		}
	}
	m := Model{Bias: w[n], Weights: map[string]float64{}}
	for i, name := range Names {
		m.Weights[name] = w[i] / scale[i]
		m.Bias -= w[i] / scale[i] * mean[i]
	}
	return m
}

// moments returns the mean and the standard deviation of every feature.
func moments(samples []Sample) (mean, scale []float64) {
	mean, scale = make([]float64, len(Names)), make([]float64, len(Names))
	total := 0.0
	for _, s := range samples {
		total += s.Weight
		for i, x := range s.Features.Vector() {
			mean[i] += s.Weight * x
			scale[i] += s.Weight * x * x
		}
	}
	for i := range mean {
		mean[i] /= total
		scale[i] = math.Sqrt(max(scale[i]/total-mean[i]*mean[i], 0))
		if scale[i] < 1e-9 {
			scale[i] = 1 // the same in every sample: its weight stays zero
		}
	}
	return mean, scale
}

// derivatives returns those of the penalised log-likelihood at w.
func derivatives(samples []Sample, mean, scale, w []float64) (hessian [][]float64, gradient []float64) {
	n := len(Names)
	gradient = make([]float64, n+1)
	hessian = make([][]float64, n+1)
	for i := range hessian {
		hessian[i] = make([]float64, n+1)
		if i < n {
			hessian[i][i] = Ridge
			gradient[i] = -Ridge * w[i]
		}
	}
	x := make([]float64, n+1)
	x[n] = 1
	for _, s := range samples {
		z := 0.0
		for i, v := range s.Features.Vector() {
			x[i] = (v - mean[i]) / scale[i]
		}
		for i := range x {
			z += w[i] * x[i]
		}
		p := 1 / (1 + math.Exp(-z))
		y := 0.0
		if s.Right {
			y = 1
		}
		for i := range x {
			gradient[i] += s.Weight * (y - p) * x[i]
			for j := range x {
				hessian[i][j] += s.Weight * p * (1 - p) * x[i] * x[j]
			}
		}
	}
	return hessian, gradient
}

// solve returns x with a·x = b, for a symmetric positive a, which it overwrites, by
// Gaussian elimination.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
