import { render } from 'preact'
import { App } from './App'
import './reading.css'

const place = document.getElementById('page')
if (place) render(<App />, place)
