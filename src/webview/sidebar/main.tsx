import { render } from 'preact'
import { App } from './App'
import './sidebar.css'

const place = document.getElementById('page')
if (place) render(<App />, place)
