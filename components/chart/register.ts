import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js'

// Only what is used: the rest of chart.js, its lines and its tooltip among it, stays out of the bundle.
Chart.register(BarController, BarElement, CategoryScale, LinearScale)
